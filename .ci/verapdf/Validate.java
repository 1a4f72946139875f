import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files against PDF/UA-1 and PDF/A-3a, prints each rule that
 * fails with the number of its failures and one example, and ends with status 1
 * if there is any.
 */
public final class Validate {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A};

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int failed = 0;
        for (String file : files) {
            for (PDFAFlavour flavour : FLAVOURS) {
                if (!validate(new File(file), flavour)) {
                    failed++;
                }
            }
        }
        System.out.printf("%d files, %d failed validations%n", files.length, failed);
        System.exit(failed == 0 && files.length > 0 ? 0 : 1);
    }

    private static boolean validate(File file, PDFAFlavour flavour) throws Exception {
        ValidationResult result;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            result = validator.validate(parser);
        }
        if (result.isCompliant()) {
            return true;
        }
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        for (TestAssertion a : result.getTestAssertions()) {
            if (a.getStatus() == TestAssertion.Status.FAILED) {
                String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage();
                counts.merge(rule, 1, Integer::sum);
                examples.putIfAbsent(rule, a.getLocation().getContext());
            }
        }
        System.out.printf("%s: not %s%n", file.getPath(), flavour);
        counts.forEach((rule, n) -> System.out.printf("  %d x %s%n      at %s%n", n, rule, examples.get(rule)));
        return false;
    }
}
