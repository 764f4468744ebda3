package thymus.ci.command;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
@Command(name = "statetest")
public final class StatetestCommand implements Callable<Integer> { public StatetestCommand(Console c) {} public Integer call() { return 0; } }
