package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Printer;

/** What is written on the left means what is written on the right. */
class TypedTreeTest {
    private static String printed(String expression) {
        String text = Examples.SYSTEM + "invariant x: " + expression + ";";
        return Printer.print(SpecificationReader.read(text, "x.inv", new TestContracts())
                .properties()
                .getFirst()
                .condition());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10% * now <= vault.capacity               | now <= 10 * vault.capacity
            now >= 12.5% * vault.capacity             | vault.capacity <= 8 * now
            100% * now == now                         | 1 * now == now
            0.5 * now + 25% * now < 1                 | 2 * now + now < 4
            abs(now - 10% * now) <= 5% * now          | 2 * abs(10 * now - now) <= now
            min(10% * now, 1) <= 50% * prev(now)      | min(now, 10) <= 5 * prev(now)
            (true ? 10% : 20%) * now < 1              | (true ? 1 : 2) * now < 10
            10% * now / 3 < 7                         | now / 30 < 7
            prev(10% * now) < 7                       | prev(now) < 70
            start(10% * now) < ago(60, 10% * now)     | start(now) < ago(1 minutes, now)
            ago(2 * 12 hours, vault.paused())         | ago(24 hours, vault.paused())
            squared(now - 1) + 1 <= 9                 | (now - 1) * (now - 1) + 1 <= 9
            squared (50% * now) < 2                   | now * now < 8
            -squared 3 < now                          | -9 < now
            avg(out, ever) <= 5                       | sum(out, ever) <= 5 * max(count(out, ever), 1)
            10% * avg(out by bob, ever) > 3           | 30 * max(count(out by bob, ever), 1) < sum(out by bob, ever)
            avg(out, ever) - 1 < avg(out, ever)       | sum(out, ever) - 1 * max(count(out, ever), 1) < sum(out, ever)
            avg(out, ever) / 2 < 3                    | sum(out, ever) / (2 * max(count(out, ever), 1)) < 3
            prev(avg(out, ever)) <= 5                 | prev(sum(out, ever)) <= 5 * prev(max(count(out, ever), 1))
            variance(out, ever) < 2                   | \
            count(out, ever) * sum(squared out, ever) - sum(out, ever) * sum(out, ever) < 2 * (max(count(out, ever), \
            1) * max(count(out, ever), 1))
            sum(squared(out), ever) < 2               | sum(squared out, ever) < 2
            sum((squared (out)), ever) < 2            | sum(squared out, ever) < 2
            once(vault.paused()) && !once(now > 5)    | once(vault.paused()) && !once(5 < now)
            now > 5 since now < 3 since now == 1      | 5 < now since now < 3 since now == 1
            now > 5 since (now < 3 since now == 1)    | 5 < now since (now < 3 since now == 1)
            (now > 5 && now < 9) since now == 1       | (5 < now && now < 9) since now == 1
            elapsed(vault.Withdrawn) >= 1 hours       | 3600 <= elapsed(vault.Withdrawn)
            elapsed(ok(vault.pause)) < elapsed(now > 5)  | elapsed(ok(vault.pause)) < elapsed(5 < now)
            20% * 30% * now < 1                       | 3 * now < 50
            now <= 7 days                             | now <= 604_800
            now <= 1 week + 2 hours - 1 second        | now <= 611_999
            now <= 1.5 ether                          | now <= 1_500_000_000e9
            now <= 3 gwei + 5 wei                     | now <= 3_000_000_005
            now <= 1e18                               | now <= 1e18
            now <= 2.5e-1 * 4                         | now <= 1
            now <= 1_000                              | now <= 1000
            now <= 0xff                               | now <= 255
            now <= 2 ** 10                            | now <= 1024
            now <= -7 / 2 * 2 + 7 % 4                 | ! -7 / 2
            now <= -8 / 2 - -7 % 4                    | now <= -5
            now <= type(uint8).max - type(int8).min   | now <= 383
            now <= max(uint128)                       | now <= max(uint128)
            now <= min(3, 2, max(1, now))             | now <= min(2, max(1, now))
            now > 5 && now >= 6                       | 5 < now && 6 <= now
            block.timestamp == now                    | now == now
            vault.guardian == address(vault)          | vault.guardian == vault
            vault.guardian == address(0)              | vault.guardian == 0x0000000000000000000000000000000000000000
            vault.kind() == 0x12345678                | vault.kind() == bytes(0x12345678)
            vault.capacity == Vault.State.Paused      | vault.capacity == 1
            vault.capacity == Vault.Kind.A            | vault.capacity == 0
            forall address u, uint8 n, m: u != vault ==> n < m | \
            forall address u: forall uint8 n: forall uint8 m: u != vault ==> n < m
            vault.name() == "a" && vault.label != 0x6100  | vault.name() == "a" && vault.label != 0x6100
            prev(vault.label) == 0x                   | prev(vault.label) == ""
            msg.sig == 0x8456cb59                     | msg.sig == bytes(0x8456cb59)
            msg.sig == vault.pause.selector           | msg.sig == bytes(0x8456cb59)
            vault.roleOf(alice) == bytes32("a")       | \
            vault.roleOf(alice) == bytes(0x6100000000000000000000000000000000000000000000000000000000000000)
            vault.limits()[2] == vault.limits().rate  | vault.limits().rate == vault.limits().rate
            can(alice, limiter.configure((true, 1, 2)))  | can(alice, limiter.configure([true, 1, 2]))
            can(alice, vault.move(bob, 5, bytes32("")))  | can(alice, vault.move(bob, 5, bytes(0x0)))
            forall a in actors: a != vault            | forall a in {alice, bob, guardian}: a != vault
            forall address u, v: u != v               | forall address u: forall address v: u != v
            """)
    void means(String written, String meaning) {
        if (meaning.startsWith("!")) {
            org.junit.jupiter.api.Assertions.assertThrows(TypeError.class, () -> printed(written));
        } else {
            assertEquals(meaning, printed(written));
        }
    }
}
