package thymus.corpus.traps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts some parts and one condition together: the same dice, the same pair of systems. */
final class Assembly {
    private final Dice dice;
    private final long seed;
    private final List<ShapeKind> first;
    private final List<ShapeKind> second;
    private final int easyPercent;

    /**
     * @param first one of which is always there
     * @param second one of which may stand beside it
     * @param easyPercent how many of a hundred guards a fuzzer should meet
     */
    Assembly(long seed, List<ShapeKind> first, List<ShapeKind> second, int easyPercent) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.first = first;
        this.second = second;
        this.easyPercent = easyPercent;
    }

    TrapPair pair() {
        List<ShapeKind> kinds = IntStream.range(0, dice.chance(60) ? 1 : 2)
                .mapToObj(i -> dice.of(i == 0 ? first : second))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        for (ShapeKind kind : kinds) {
            Draft draft = new Draft(drafts.size());
            kind.shape().draw(dice, draft);
            drafts.add(draft);
        }
        int victim = dice.below(drafts.size());
        Guards guards = new Guards(dice);
        Guard guard = dice.chance(easyPercent) ? guards.easy() : guards.hard();
        Plant plant = Plant.draw(dice, drafts.get(victim), guard);
        boolean countedFirst = dice.chance(50);
        Settings settings = Settings.draw(dice);
        return new TrapPair(
                seed,
                kinds.stream().map(Enum::name).collect(Collectors.joining("+")),
                kinds.get(victim),
                guard,
                settings,
                system(drafts, guard, victim, plant, plant.harmed(), countedFirst),
                system(drafts, guard, victim, plant, plant.spared(), countedFirst),
                specification(drafts, plant),
                drafts.stream().flatMap(d -> d.claims.stream()).map(Claim::name).toList(),
                plant.witness());
    }

    private static String system(
            List<Draft> drafts, Guard guard, int victim, Plant plant, Function planted, boolean countedFirst) {
        List<String> members = new ArrayList<>();
        if (countedFirst) {
            members.add("uint256 touched;");
        }
        drafts.forEach(d -> members.addAll(d.state));
        members.addAll(guard.state());
        if (!countedFirst) {
            members.add("uint256 touched;");
        }
        String constructor =
                drafts.stream().flatMap(d -> d.constructor.stream()).collect(Collectors.joining(" "));
        if (!constructor.isEmpty()) {
            members.add("constructor() { " + constructor + " }");
        }
        drafts.forEach(d -> members.addAll(d.helpers));
        members.addAll(guard.helpers());
        for (int i = 0; i < drafts.size(); i++) {
            for (Function function : drafts.get(i).functions) {
                members.add(plant.replaces(function) ? planted.source() : function.source());
            }
            if (i == victim && plant.host().isEmpty()) {
                members.add(planted.source());
            }
        }
        guard.functions().forEach(f -> members.add(f.source()));
        String contracts = drafts.stream()
                .flatMap(d -> d.contracts.stream())
                .map(c -> c + "\n")
                .collect(Collectors.joining());
        return "// SPDX-License-Identifier: MIT\npragma solidity 0.8.30;\n\n" + contracts + "contract C {\n    "
                + String.join("\n    ", members) + "\n}\n";
    }

    private static String specification(List<Draft> drafts, Plant plant) {
        StringBuilder text = new StringBuilder("contract C = \"C.sol:C\";\n");
        drafts.forEach(d -> d.declarations.stream()
                .filter(l -> l.startsWith("contract"))
                .forEach(l -> text.append(l).append('\n')));
        text.append("actor alice, bob;\n\nsetup {\n  c = new C() from alice;\n");
        drafts.forEach(d -> d.setup.forEach(l -> text.append("  ").append(l).append('\n')));
        text.append("}\n\n");
        drafts.forEach(d -> d.declarations.stream()
                .filter(l -> !l.startsWith("contract"))
                .forEach(l -> text.append(l).append('\n')));
        for (Draft draft : drafts) {
            for (Claim claim : draft.claims) {
                text.append(plant.host()
                                .map(f -> claim.text(
                                        f.name(),
                                        plant.harmed().parameters().size()
                                                - f.parameters().size()))
                                .orElseGet(() -> claim.text("", 0)))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
