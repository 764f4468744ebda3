package thymus.spec.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Parses a text. */
public final class SyntaxReader {
    private SyntaxReader() {}

    /** @throws thymus.spec.SyntaxError at the first position that does not follow the grammar */
    public static InvParser.SpecificationContext parse(Source source) {
        InvLexer lexer = new InvLexer(CharStreams.fromString(source.text(), source.file()));
        lexer.removeErrorListeners();
        BoundedParser parser = new BoundedParser(new CommonTokenStream(lexer), source);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(source));
        InvParser.SpecificationContext tree = parser.specification();
        refuseDeepTrees(source, tree);
        return tree;
    }

    private record Node(ParseTree tree, int depth) {}

    /** The parser reads long chains such as a + a + … without recursion, but later passes recurse. */
    private static void refuseDeepTrees(Source source, ParserRuleContext root) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(new Node(root, 0));
        while (!open.isEmpty()) {
            Node node = open.pop();
            boolean counts = node.tree instanceof InvParser.ExpressionContext;
            int depth = node.depth + (counts ? 1 : 0);
            if (depth > BoundedParser.DEEPEST) {
                throw BoundedParser.tooDeep(source, source.span((ParserRuleContext) node.tree));
            }
            for (int i = 0; i < node.tree.getChildCount(); i++) {
                open.push(new Node(node.tree.getChild(i), depth));
            }
        }
    }
}
