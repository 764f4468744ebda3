package thymus.corpus.house;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the switches over certain types that have a branch for all that they do not name. */
final class CatchAlls extends TreePathScanner<Void, List<CatchAlls.Found>> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Predicate<TypeElement> types;

    /** @param type simple name of what the switch looks at */
    record Found(String file, long line, String type) {}

    private CatchAlls(CompilationUnitTree unit, Trees trees, Predicate<TypeElement> types) {
        this.unit = unit;
        this.trees = trees;
        this.types = types;
    }

    static void find(CompilationUnitTree unit, Trees trees, Predicate<TypeElement> types, List<Found> into) {
        new CatchAlls(unit, trees, types).scan(unit, into);
    }

    @Override
    public Void visitSwitch(SwitchTree tree, List<Found> into) {
        look(tree, tree.getExpression(), tree.getCases(), into);
        return super.visitSwitch(tree, into);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, List<Found> into) {
        look(tree, tree.getExpression(), tree.getCases(), into);
        return super.visitSwitchExpression(tree, into);
    }

    private void look(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases, List<Found> into) {
        Optional<TypeElement> type = element(selector).filter(types);
        if (type.isPresent() && cases.stream().anyMatch(c -> isRest(c, type.get()))) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            into.add(new Found(name(), line, type.get().getSimpleName().toString()));
        }
    }

    private String name() {
        return unit.getSourceFile().getName().replaceAll(".*/", "");
    }

    private boolean isRest(CaseTree branch, TypeElement type) {
        return branch.getGuard() == null && branch.getLabels().stream().anyMatch(l -> isAll(l, type));
    }

    /** A pattern of the whole type is a default by another name. */
    private boolean isAll(CaseLabelTree label, TypeElement type) {
        return label instanceof DefaultCaseLabelTree
                || (label instanceof PatternCaseLabelTree p
                        && p.getPattern() instanceof BindingPatternTree b
                        && element(b.getVariable().getType())
                                .filter(type::equals)
                                .isPresent());
    }

    private Optional<TypeElement> element(Tree tree) {
        TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }
}
