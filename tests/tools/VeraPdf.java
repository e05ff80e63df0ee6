import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Asks the veraPDF engine about files: VeraPdf FLAVOUR FILE...
 *
 * Answers in lines of words parted by tabs, files counted from 0:
 * "failed NUMBER RULE MESSAGE" for each failed check, then "done NUMBER CHECKS compliant|not-compliant",
 * or "broken NUMBER REASON" where a file cannot be read.
 */
class VeraPdf {
    public static void main(String[] words) {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(words[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("unknown flavour " + words[0]);
        }
        for (int number = 0; number < words.length - 1; number++) {
            try {
                answer(number, words[number + 1], flavour);
            } catch (Exception reason) {
                say("broken", number, reason.toString());
            }
        }
    }

    private static void answer(int number, String file, PDFAFlavour flavour) throws Exception {
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (InputStream bytes = new FileInputStream(file);
                PDFAParser parser = foundry.createParser(bytes, flavour);
                PDFAValidator validator = foundry.createValidator(flavour, 200, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion check : result.getTestAssertions()) {
                if (check.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = check.getRuleId();
                    say("failed", number, rule.getClause() + "-" + rule.getTestNumber(), check.getMessage());
                }
            }
            String verdict = result.isCompliant() ? "compliant" : "not-compliant";
            say("done", number, String.valueOf(result.getTotalAssertions()), verdict);
        }
    }

    private static void say(String kind, int number, String... rest) {
        StringBuilder line = new StringBuilder(kind).append('\t').append(number);
        for (String word : rest) {
            line.append('\t').append(word.replaceAll("\\s+", " "));
        }
        System.out.println(line);
    }
}
