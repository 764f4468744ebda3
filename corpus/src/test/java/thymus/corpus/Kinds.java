package thymus.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Folders of claims that are true or false: below {@code soundness} one for each kind of wrong verdict that was met
 * once, below {@code language} one for each construct, with a contract that keeps the property and a twin that is a
 * line apart.
 */
final class Kinds {
    static final List<String> FOLDERS = List.of(
            "language/actions",
            "language/averages",
            "language/benign",
            "language/blocks",
            "language/deadlines",
            "language/definitions",
            "language/enums",
            "language/envelopes",
            "language/failed-calls",
            "language/ghosts",
            "language/inner-calls",
            "language/isolation",
            "language/keepers",
            "language/maxima",
            "language/movements",
            "language/panics",
            "language/parameters",
            "language/patterns",
            "language/several-variables",
            "language/texts",
            "language/within",
            "language/without",
            "soundness/arrays",
            "soundness/asked-views",
            "soundness/bitwise",
            "soundness/callees",
            "soundness/chains",
            "soundness/clock",
            "soundness/created",
            "soundness/created-callers",
            "soundness/elements",
            "soundness/ether",
            "soundness/events",
            "soundness/factories",
            "soundness/folded-slots",
            "soundness/gas",
            "soundness/guards",
            "soundness/hashes",
            "soundness/inside",
            "soundness/lemmas",
            "soundness/many-calls",
            "soundness/many-steps",
            "soundness/member-sums",
            "soundness/narrow-sums",
            "soundness/net-flows",
            "soundness/past",
            "soundness/periods",
            "soundness/premises",
            "soundness/proxies",
            "soundness/removal",
            "soundness/senders",
            "soundness/self-calls",
            "soundness/calls-in-loops",
            "soundness/step-relations",
            "soundness/step-words",
            "soundness/texts",
            "soundness/two-runs",
            "soundness/unseen-flows",
            "soundness/unknown-code",
            "soundness/windows-by-key",
            "soundness/zero-division");

    private Kinds() {}

    static List<Path> specifications() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            files.addAll(CorpusFiles.in(folder));
        }
        return files;
    }
}
