package thymus.ci.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server, for one editor. */
public final class ThymusServer implements LanguageServer {
    /** Its records are stack traces about what somebody typed. Whoever started the server says it in words. */
    private static final Logger MESSAGES = Logger.getLogger("org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer");

    private final TextService texts;
    private final String version;
    private boolean shutDown;
    private Optional<Future<Void>> listening = Optional.empty();

    private ThymusServer(Optional<Path> artifacts, String version) {
        this.texts = new TextService(new Documents(artifacts));
        this.version = version;
    }

    /**
     * Serves until the editor says that it is done, or the input ends.
     *
     * @param artifacts where the compiled contracts are; empty: beside each file
     * @return whether the editor said before that it would end
     */
    public static boolean serve(InputStream in, OutputStream out, Optional<Path> artifacts, String version)
            throws InterruptedException {
        MESSAGES.setLevel(Level.OFF);
        ThymusServer server = new ThymusServer(artifacts, version);
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        server.texts.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        server.listening = Optional.of(listening);
        try {
            listening.get();
        } catch (ExecutionException | CancellationException e) {
            return server.shutDown;
        }
        return server.shutDown;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ServerCapabilities can = new ServerCapabilities();
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Full);
        sync.setSave(new SaveOptions(false));
        can.setTextDocumentSync(sync);
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setRenameProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCompletionProvider(new CompletionOptions(false, List.of(".")));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("thymus", version)));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null); // as the protocol says
    }

    @Override
    public void exit() {
        listening.ifPresent(l -> l.cancel(true));
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WorkspaceService() {
            @Override
            public void didChangeConfiguration(DidChangeConfigurationParams params) {
                // There is no configuration.
            }

            @Override
            public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
                texts.refresh();
            }
        };
    }
}
