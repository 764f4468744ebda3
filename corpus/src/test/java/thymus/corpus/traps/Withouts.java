package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;

/** A breaker that is asked, and of which nothing depends, or nothing when it fails. */
final class Withouts implements Shape {
    @Override
    public void draw(Dice dice, Draft draft) {
        String brake = draft.name("brake");
        String type = draft.name("Brake");
        boolean used = dice.chance(40);
        boolean whenFailing = used && dice.chance(50);
        String answer = used && !whenFailing ? "0" : dice.of("asked", "1", "x");
        draft.contracts.add("""
                contract $Brake {
                    bool public broken;
                    uint256 public asked;
                    function breakIt(bool how) external { broken = how; }
                    function check(uint256 x) external returns (uint256) {
                        require(!broken && x < $most);
                        unchecked { ++asked; }
                        return $answer;
                    }
                }
                """.replace("$Brake", type)
                .replace("$most", Integer.toString(dice.between(10, 5000)))
                .replace("$answer", answer));
        draft.joined(brake, type);
        String shares = draft.name("shares");
        String told = draft.name("Told");
        draft.state.add("mapping(address => uint256) " + shares + ";");
        draft.helpers.add("event " + told + "(bool failed, uint256 x);");
        String ask = used
                ? "try " + brake + ".check(x) returns (uint256 r) { extra = r; } catch { failed = true; }"
                : dice.of(
                        "try " + brake + ".check(x) {} catch { failed = true; }",
                        "(bool went,) = address(" + brake + ").call(abi.encodeCall(" + type
                                + ".check, (x)));\nfailed = !went;");
        String take = draft.name("take");
        boolean late = dice.chance(50);
        String own = shares + "[msg.sender]";
        String book = own + " += x;\n";
        draft.returning(
                take,
                "unchecked {\nbool failed = false;\nuint256 extra = 0;\n" + (late ? book : "") + ask + "\n"
                        + Function.HERE + "\n" + (late ? "" : book) + "emit " + told + "(false, x + extra);\nreturn "
                        + own + " + extra;\n}",
                Parameter.of("uint32", "x", 5));
        String harm = dice.of(
                brake + ".check(x);",
                "require(!failed);",
                "if (failed) " + own + " += 7;",
                "extra += " + brake + ".asked();",
                "emit " + told + "(failed, 1);");
        String trigger =
                harm.endsWith("check(x);") || harm.startsWith("require") || dice.chance(50) ? "attempted" : "ok";
        draft.rule(
                "same",
                trigger + "(c." + take + "(x…))",
                (whenFailing ? "prev(!can(c, " + brake + ".check(x))) ==> " : "") + "same as without " + brake);
        draft.weaknesses.add(Weakness.of(harm)
                .hosted()
                .between(
                        List.of(Call.at(brake, "check", BigInteger.ONE), Call.at(brake, "breakIt", BigInteger.ONE)),
                        List.of()));
    }
}
