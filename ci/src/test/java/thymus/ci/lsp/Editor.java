package thymus.ci.lsp;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor with one text, beside a server in this process. Places are found by the words around them. */
final class Editor implements LanguageClient {
    private static final int PATIENCE = 60;

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final CompletableFuture<Boolean> served;
    private final Future<Void> listening;
    private final LanguageServer server;
    private final String uri;
    private String text = "";
    private int version;

    Editor(String uri, Optional<Path> artifacts) throws Exception {
        this.uri = uri;
        PipedInputStream in = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream fromServer = new PipedInputStream(out, 1 << 16);
        served = CompletableFuture.supplyAsync(
                () -> serve(in, out, artifacts),
                task -> Thread.ofPlatform().daemon().start(task));
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
        wait(server.initialize(new InitializeParams()));
    }

    private static boolean serve(PipedInputStream in, PipedOutputStream out, Optional<Path> artifacts) {
        try {
            return ThymusServer.serve(in, out, artifacts, "test");
        } catch (InterruptedException e) {
            return false;
        }
    }

    static <T> T wait(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE, TimeUnit.SECONDS);
    }

    LanguageServer server() {
        return server;
    }

    /** Sends bytes that need not be a message. */
    void sendRaw(String bytes) throws IOException {
        toServer.write(bytes.getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    List<Diagnostic> open(String content) throws Exception {
        text = content;
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "inv", ++version, content)));
        return diagnostics();
    }

    List<Diagnostic> change(String content) throws Exception {
        text = content;
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, ++version),
                        List.of(new TextDocumentContentChangeEvent(content))));
        return diagnostics();
    }

    private List<Diagnostic> diagnostics() throws InterruptedException {
        PublishDiagnosticsParams params = published.poll(PATIENCE, TimeUnit.SECONDS);
        if (params == null) {
            throw new AssertionError("the server published nothing in " + PATIENCE + " seconds");
        }
        return params.getDiagnostics();
    }

    /** The place of {@code |} in a piece of the text that stands there once without it. */
    Position at(String piece) {
        int offset = text.indexOf(piece.replace("|", ""));
        if (offset < 0) {
            throw new IllegalArgumentException(piece);
        }
        offset += piece.indexOf('|');
        int line =
                (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Position(line, offset - (text.lastIndexOf('\n', offset - 1) + 1));
    }

    private TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(uri);
    }

    String hover(String piece) throws Exception {
        Hover hover = wait(server.getTextDocumentService().hover(new HoverParams(document(), at(piece))));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    List<? extends Location> definition(String piece) throws Exception {
        return wait(server.getTextDocumentService().definition(new DefinitionParams(document(), at(piece))))
                .getLeft();
    }

    List<String> completion(String piece) throws Exception {
        return wait(server.getTextDocumentService().completion(new CompletionParams(document(), at(piece))))
                .getLeft()
                .stream()
                .map(CompletionItem::getLabel)
                .toList();
    }

    WorkspaceEdit rename(String piece, String name) throws Exception {
        return wait(server.getTextDocumentService().rename(new RenameParams(document(), at(piece), name)));
    }

    List<? extends TextEdit> formatting() throws Exception {
        return wait(server.getTextDocumentService()
                .formatting(new DocumentFormattingParams(document(), new FormattingOptions(2, true))));
    }

    /** @return whether the server saw that the editor was done */
    boolean end() throws Exception {
        wait(server.shutdown());
        server.exit();
        return wait(served);
    }

    void close() throws Exception {
        toServer.close();
        wait(served);
        listening.cancel(true);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        published.add(params);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams params) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(new MessageActionItem(""));
    }

    @Override
    public void logMessage(MessageParams params) {}
}
