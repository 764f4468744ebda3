package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.term.IntTerm;

/**
 * A moment on a path at which control leaves a contract.
 *
 * @param account which is left
 * @param running the functions in whose middle it is: calls that run on its storage, one within the other, and that may
 *     change the state
 * @param found the state that the callee finds
 */
public record Departure(IntTerm account, List<CallBegin> running, Moment found) {
    public Departure {
        running = List.copyOf(running);
    }

    /**
     * Notes that the path calls another account, or creates one.
     *
     * @param callee who gets the ether
     */
    static void note(Path path, IntTerm callee, IntTerm value) {
        Frame caller = path.frame();
        List<CallBegin> running = new ArrayList<>();
        for (Frame frame : path.frames.reversed()) {
            if (frame.address != caller.address) {
                break;
            }
            if (!frame.isStatic && frame.creates.isEmpty()) {
                running.add(CallBegin.of(frame.input, path));
            }
        }
        if (!running.isEmpty()) {
            Moment found = new Moment(
                    path.world.transfer(caller.address, callee, value).withoutNew(), path.transientWorld);
            path.departures.add(new Departure(caller.address, running, found));
        }
    }
}
