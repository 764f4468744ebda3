package thymus.fuzz.jazzer;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Jazzer on a specification: {@code java ... thymus.fuzz.jazzer.StandaloneFuzzer Vault.inv [option...]}. Options
 * are those of Jazzer and libFuzzer; one that is given wins over the one that is set here.
 */
public final class StandaloneFuzzer {
    private StandaloneFuzzer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            System.err.println("usage: java -cp ... " + StandaloneFuzzer.class.getName() + " FILE.inv [option...]");
            System.exit(2);
        }
        System.setProperty("thymus.specification", arguments[0]);
        List<String> all = new ArrayList<>(options());
        all.addAll(List.of(arguments).subList(1, arguments.length));
        Jazzer.main(all.toArray(String[]::new));
    }

    /** Contracts are instrumented and nothing else: neither Thymus nor what Java code may do wrong is of interest. */
    static List<String> options() {
        return List.of(
                "--target_class=" + StandaloneTarget.class.getName(),
                "--instrumentation_includes=" + JazzerTarget.PROGRAMS,
                "--custom_hook_excludes=**",
                "-use_value_profile=1");
    }
}
