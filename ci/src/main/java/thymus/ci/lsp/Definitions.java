package thymus.ci.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.SourceDefinitions;

/** Where the word under the pointer is declared: in the text itself, or in a Solidity file. */
final class Definitions {
    /**
     * A place in a file.
     *
     * @param file empty: the text itself
     * @param line from 0
     * @param column from 0, in UTF-16 units
     */
    record Place(Optional<Path> file, int line, int column, int end) {}

    private Definitions() {}

    static Optional<Place> of(Document document, SourceWord word) {
        List<SourceWord> words = document.outline().words();
        int index = words.indexOf(word);
        if (word.text().startsWith("\"")) {
            return index >= 2 && words.get(index - 1).is("=")
                    ? document.contracts().of(words.get(index - 2).text()).flatMap(Definitions::contract)
                    : Optional.empty();
        }
        if (!word.isName()) {
            return Optional.empty();
        }
        MemberPath path = MemberPath.endingAt(words, index);
        if (path.hasSelections()) {
            // A member of a struct has no name of its own in the source map: its variable is shown.
            return document.contracts()
                    .of(path.root())
                    .flatMap(a ->
                            SourceDefinitions.of(a).member(path.selections().getFirst()))
                    .map(Definitions::place);
        }
        Optional<Declared> declared = document.outline().declaration(word.text());
        boolean isItself = declared.filter(d -> d.word().equals(word)).isPresent();
        if (isItself && declared.get() instanceof Declared.Contract) {
            return document.contracts().of(word.text()).flatMap(Definitions::contract);
        }
        return declared.map(Declared::word).map(w -> new Place(Optional.empty(), w.line(), w.column(), w.end()));
    }

    private static Optional<Place> contract(Artifact artifact) {
        return SourceDefinitions.of(artifact).contract().map(Definitions::place);
    }

    private static Place place(SourceDefinitions.Definition definition) {
        int column = definition.column() - 1;
        return new Place(Optional.of(definition.file()), definition.line() - 1, column, column);
    }
}
