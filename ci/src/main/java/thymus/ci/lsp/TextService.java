package thymus.ci.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import thymus.spec.SpecException;
import thymus.spec.format.Formatter;
import thymus.spec.syntax.TextReader;

/** Answers what an editor asks about its texts. */
final class TextService implements TextDocumentService {
    private final Documents documents;
    private Optional<LanguageClient> client = Optional.empty();

    TextService(Documents documents) {
        this.documents = documents;
    }

    void connect(LanguageClient other) {
        client = Optional.of(other);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        publish(uri, documents.refresh(uri, params.getTextDocument().getText()));
    }

    /** Each change has the whole text. */
    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        if (!params.getContentChanges().isEmpty()) {
            String uri = params.getTextDocument().getUri();
            publish(
                    uri,
                    documents.change(uri, params.getContentChanges().getLast().getText()));
        }
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        refresh();
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        documents.close(uri);
        client.ifPresent(c -> c.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
    }

    /** Files outside of the editor have changed: contracts, or what is imported. */
    void refresh() {
        documents.all().forEach((uri, document) -> publish(uri, documents.refresh(uri, document.text())));
    }

    private void publish(String uri, Document document) {
        List<Diagnostic> diagnostics = document.problems().stream()
                .map(p -> new Diagnostic(
                        range(p.line(), p.column(), p.end()), p.message(), DiagnosticSeverity.Error, "thymus"))
                .toList();
        client.ifPresent(c -> c.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics)));
    }

    private static Range range(int line, int from, int to) {
        return new Range(new Position(line, from), new Position(line, to));
    }

    /** @return what the function says of the word at the place; empty where there is none */
    private <T> Optional<T> at(
            TextDocumentPositionParams params, BiFunction<Document, SourceWord, Optional<T>> function) {
        return documents
                .get(params.getTextDocument().getUri())
                .flatMap(d -> d.outline()
                        .at(params.getPosition().getLine(), params.getPosition().getCharacter())
                        .flatMap(w -> function.apply(d, w)));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        Optional<Hover> hover =
                at(params, HoverText::of).map(text -> new Hover(new MarkupContent(MarkupKind.PLAINTEXT, text)));
        return CompletableFuture.completedFuture(hover.orElse(null)); // as the protocol says: nothing is null
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        String uri = params.getTextDocument().getUri();
        List<Location> places = at(params, Definitions::of).stream()
                .map(p -> new Location(
                        p.file()
                                .map(f -> f.toAbsolutePath().normalize().toUri().toString())
                                .orElse(uri),
                        range(p.line(), p.column(), p.end())))
                .toList();
        return CompletableFuture.completedFuture(Either.forLeft(places));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        Position at = params.getPosition();
        List<CompletionItem> items = documents
                .get(params.getTextDocument().getUri())
                .map(d -> Completions.at(d, at.getLine(), at.getCharacter()))
                .orElse(List.of());
        return CompletableFuture.completedFuture(Either.forLeft(items));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        String uri = params.getTextDocument().getUri();
        String to = params.getNewName();
        Document document = documents.get(uri).orElseThrow(() -> refused("this text is not open"));
        Renaming.Result result = at(params, (d, w) -> Optional.of(Renaming.of(d, w, to)))
                .orElseThrow(() -> refused("there is no name here"));
        if (!result.refusal().isEmpty()) {
            throw refused(result.refusal());
        }
        String renamed = Renaming.applied(document.text(), result.places(), to);
        Document after =
                Document.of(document.path(), renamed, document.contracts().store());
        if (document.problems().isEmpty() && !after.problems().isEmpty()) {
            throw refused("with this name the file is wrong: "
                    + after.problems().getFirst().message());
        }
        List<TextEdit> edits = new ArrayList<>();
        result.places().forEach(w -> edits.add(new TextEdit(range(w.line(), w.column(), w.end()), to)));
        return CompletableFuture.completedFuture(new WorkspaceEdit(Map.of(uri, edits)));
    }

    private static ResponseErrorException refused(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, why, null));
    }

    /** A text that does not parse stays as it is; its errors are shown already. */
    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        List<TextEdit> edits = documents
                .get(params.getTextDocument().getUri())
                .flatMap(d -> formatted(d.text())
                        .filter(text -> !text.equals(d.text()))
                        .map(text -> List.of(new TextEdit(whole(d.text()), text))))
                .orElse(List.of());
        return CompletableFuture.completedFuture(edits);
    }

    private static Optional<String> formatted(String text) {
        try {
            return Optional.of(Formatter.format(TextReader.source("text", text)));
        } catch (SpecException e) {
            return Optional.empty();
        }
    }

    private static Range whole(String text) {
        List<String> lines = Columns.lines(text);
        return new Range(
                new Position(0, 0),
                new Position(lines.size() - 1, lines.getLast().length()));
    }
}
