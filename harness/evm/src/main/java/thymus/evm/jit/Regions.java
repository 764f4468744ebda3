package thymus.evm.jit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import thymus.evm.interpreter.Exit;

/**
 * Joins blocks into regions. Within a region every block starts at a fixed height above the region's base on every
 * path, so that a stack slot is a JVM local. A block that is reached at different heights, such as an internal
 * function, keeps one of the edges. The other edges go through the frame's stack, as do edges that would make a region
 * too large for a method.
 */
final class Regions {
    /** JVM locals below 256 have the shortest encoding. */
    private static final int MOST_SLOTS = 160;

    /** @param distance between the ends in the code; small for edges of copies, which have no other edges */
    private record Edge(Block from, Block to, int distance) {
        static Edge of(Block from, Block to, ControlFlowGraph graph) {
            boolean copy = graph.isCopy(from) || graph.isCopy(to);
            return new Edge(from, to, copy ? 1 : Math.abs(to.start() - from.start()));
        }
    }

    private final int[] parent;
    /** The height of a block's start above that of its parent. */
    private final int[] height;

    private final int[] cost;
    private final int[] lowest;
    private final int[] highest;
    private final int most;

    private Regions(ControlFlowGraph graph, int most) {
        int count = graph.all().size();
        this.most = most;
        parent = new int[count];
        height = new int[count];
        cost = new int[count];
        lowest = new int[count];
        highest = new int[count];
        for (Block block : graph.all()) {
            int i = block.index();
            parent[i] = i;
            cost[i] = estimate(block);
            lowest[i] = -block.need();
            highest[i] = block.growth();
        }
    }

    /** @param most the size limit of a region, in estimated bytes */
    static Regions of(ControlFlowGraph graph, int most) {
        Regions regions = new Regions(graph, most);
        List<Edge> edges = new ArrayList<>();
        for (Block block : graph.all()) {
            if (block.exit() == Exit.FALL || block.exit() == Exit.JUMPI) {
                edges.add(Edge.of(block, graph.after(block), graph));
            }
            for (int target : graph.targets(block)) {
                edges.add(Edge.of(block, graph.all().get(target), graph));
            }
        }
        // Sorts near edges first: loops are near and matter most.
        edges.sort(Comparator.comparingInt(Edge::distance)
                .thenComparingInt(e -> e.from().start()));
        edges.forEach(regions::join);
        return regions;
    }

    /** The estimated size in bytes of a block's JVM bytecode. */
    static int estimate(Block block) {
        return 60 + 11 * block.instructions().size();
    }

    private void join(Edge edge) {
        int a = find(edge.from().index());
        int b = find(edge.to().index());
        // The height of b above a at which the edge fits.
        int rise = height(edge.from()) + edge.from().delta() - height(edge.to());
        int low = Math.min(lowest[a], rise + lowest[b]);
        int high = Math.max(highest[a], rise + highest[b]);
        if (a == b || cost[a] + cost[b] > most || high - low > MOST_SLOTS) {
            return;
        }
        parent[b] = a;
        height[b] = rise;
        cost[a] += cost[b];
        lowest[a] = low;
        highest[a] = high;
    }

    private int find(int block) {
        int root = block;
        int above = 0;
        while (parent[root] != root) {
            above += height[root];
            root = parent[root];
        }
        // Path compression, which shortens later searches.
        while (parent[block] != root && block != root) {
            int next = parent[block];
            int step = height[block];
            parent[block] = root;
            height[block] = above;
            above -= step;
            block = next;
        }
        return root;
    }

    private int height(Block block) {
        return find(block.index()) == block.index() ? 0 : height[block.index()];
    }

    /** The number of a block's region. */
    int region(Block block) {
        return find(block.index());
    }

    /** The height of a block's start above the lowest slot that its region touches. */
    int entryHeight(Block block) {
        return height(block) - lowest[find(block.index())];
    }

    /** The number of stack slots that a block's region touches. */
    int slots(Block block) {
        int root = find(block.index());
        return highest[root] - lowest[root];
    }

    /** Returns whether control may pass between the blocks with the stack in JVM locals. */
    boolean isLocal(Block from, Block to) {
        return region(from) == region(to) && entryHeight(from) + from.delta() == entryHeight(to);
    }
}
