package thymus.spec.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.Specification.ContractDeclaration;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** {@code Vault.State.Paused}: the number of an enum's member, by the name of the declared contract. */
final class EnumChecker {
    private static final int BITS = 8;
    private final ExpressionChecker expressions;

    EnumChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    /** @return empty if the expression is something else */
    Optional<PartialValue> member(InvParser.MemberExpressionContext context) {
        if (!(context.expression() instanceof InvParser.MemberExpressionContext type)
                || !(type.expression() instanceof InvParser.NameExpressionContext name)) {
            return Optional.empty();
        }
        ContractDeclaration contract = expressions.environment.contracts.get(name.getText());
        String wanted = type.member().getText();
        if (contract == null || isVariable(contract, name.getText(), wanted)) {
            return Optional.empty();
        }
        Optional<Map<String, List<String>>> enums = expressions.environment.artifacts.enums(contract.reference());
        if (enums.isEmpty() && Character.isUpperCase(wanted.charAt(0))) {
            throw expressions.source.nameError(
                    expressions.span(context),
                    "the artifact of " + contract.name() + " does not say what members an enum has",
                    "compile with syntax trees (solc: \"\": [\"ast\"] in outputSelection; Foundry: ast = true), or "
                            + "write"
                            + " the number: the first member is 0");
        }
        return enums.flatMap(known -> members(contract, wanted, known, expressions.span(type)))
                .map(members -> number(members, context, contract.name() + "." + wanted));
    }

    /** A contract of a fork is declared and deployed under one name. */
    private boolean isVariable(ContractDeclaration contract, String name, String member) {
        return expressions.environment.instances.containsKey(name)
                && contract.model().storage().stream()
                        .flatMap(List::stream)
                        .anyMatch(v -> v.name().equals(member));
    }

    /** Its own, or the only one of that name that it was compiled with: inherited, or of the file. */
    private Optional<List<String>> members(
            ContractDeclaration contract, String wanted, Map<String, List<String>> enums, Span span) {
        List<String> own = enums.get(contract.model().name() + "." + wanted);
        if (own != null) {
            return Optional.of(own);
        }
        List<String> names = enums.keySet().stream()
                .filter(n -> n.equals(wanted) || n.endsWith("." + wanted) || n.endsWith(":" + wanted))
                .sorted()
                .toList();
        if (names.stream().map(enums::get).distinct().count() > 1) {
            throw expressions.source.nameError(
                    span,
                    "several enums '" + wanted + "' are compiled with " + contract.name() + ": "
                            + String.join(", ", names),
                    "write the number of the member");
        }
        return names.stream().findFirst().map(enums::get);
    }

    private PartialValue number(List<String> members, InvParser.MemberExpressionContext context, String type) {
        String wanted = context.member().getText();
        int number = members.indexOf(wanted);
        if (number < 0) {
            String near = Spelling.suggestion(wanted, members);
            throw expressions.source.nameError(
                    expressions.source.span(context.member()),
                    type + " has no member '" + wanted + "'",
                    near.isEmpty() ? "it has " + String.join(", ", members) : near);
        }
        return PartialValue.Scalar.of(
                Exprs.integer(BigInteger.valueOf(number), expressions.span(context)), new AbiType.UInt(BITS));
    }
}
