package thymus.ci.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.HarnessException;

/** The texts that an editor has open. Used by one thread. */
final class Documents {
    private final Optional<Path> artifacts;
    private final Map<String, Document> open = new LinkedHashMap<>();
    private final Map<String, ArtifactStore> stores = new LinkedHashMap<>();

    /** @param artifacts where the compiled contracts are; empty: beside each file */
    Documents(Optional<Path> artifacts) {
        this.artifacts = artifacts;
    }

    /** @return the document, with what is wrong with it */
    Document change(String uri, String text) {
        Document document = Document.of(path(uri), text, stores.computeIfAbsent(uri, this::store));
        open.put(uri, document);
        return document;
    }

    /** As {@link #change}, with contracts that may have been compiled anew. */
    Document refresh(String uri, String text) {
        stores.remove(uri);
        return change(uri, text);
    }

    void close(String uri) {
        open.remove(uri);
        stores.remove(uri);
    }

    Optional<Document> get(String uri) {
        return Optional.ofNullable(open.get(uri));
    }

    Map<String, Document> all() {
        return new LinkedHashMap<>(open);
    }

    private ArtifactStore store(String uri) {
        Path file = path(uri).orElse(Path.of("text.inv"));
        try {
            return ArtifactStore.open(artifacts, file);
        } catch (HarnessException e) {
            // The folder that --artifacts names is gone; what is beside the file is better than nothing.
            return ArtifactStore.beside(file);
        }
    }

    /** @return empty for a text that is in no file of this machine */
    static Optional<Path> path(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
