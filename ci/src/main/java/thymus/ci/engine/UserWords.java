package thymus.ci.engine;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import thymus.spec.SpecException;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.text.NumberText;

/**
 * Quotes a property as its author wrote it where an explanation shows it in another form, such as {@code 3 <= 2 * x} in
 * place of {@code x >= 1.5}: the values stand beside the form that is judged.
 *
 * @param conditions by the name of the property
 */
record UserWords(Map<String, String> conditions) {
    private static final int LONGEST = 200;
    private static final String FALSE = " is false";
    private static final String HOLDS = " holds, but ";

    static UserWords of(Path file) {
        try {
            return new UserWords(PropertyTexts.conditions(file));
        } catch (SpecException changedMeanwhile) {
            return new UserWords(Map.of());
        }
    }

    /** The explanation, with the author's words before it where it does not consist of them. */
    String beside(String property, String explanation) {
        String written = conditions.getOrDefault(property, "");
        if (written.isEmpty() || !explanation.contains(FALSE) || dense(written).contains(dense(failing(explanation)))) {
            return explanation;
        }
        if (SpecificationTokens.sameButForm(written, failing(explanation))) {
            return explanation.replace(failing(explanation), written);
        }
        String quoted = written.length() <= LONGEST ? written : written.substring(0, LONGEST) + " …";
        return "`" + quoted + "` means: " + explanation;
    }

    /** The values of the parameters of a deployment, to stand behind an explanation; empty for none. */
    static String with(Map<String, BigInteger> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(choice -> choice.getKey() + " = " + NumberText.value(choice.getValue()))
                        .collect(Collectors.joining(", ", "; deployed with ", ""));
    }

    /** The part that is false, as the explanation shows it. */
    private static String failing(String explanation) {
        String shown = explanation.substring(0, explanation.indexOf(FALSE));
        return shown.substring(shown.lastIndexOf(HOLDS) < 0 ? 0 : shown.lastIndexOf(HOLDS) + HOLDS.length());
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s_]", "");
    }
}
