package thymus.spec;

/** Texts that several tests read. */
public final class Examples {
    private Examples() {}

    /** Contracts, actors, setup and a flow: what an expression may speak of. */
    public static final String SYSTEM = """
            contract Token = "Token.sol:Token";
            contract Vault = "Vault.sol:Vault";
            contract Limiter = "Limiter.sol:Limiter";
            actor alice, bob, guardian;
            setup {
              token = new Token() from guardian;
              vault = new Vault(token, guardian, 10_000e18, 3e18) from guardian;
              limiter = new Limiter((true, 100, 1)) from guardian;
            }
            flow out = vault.Withdrawn(user, amount) => amount by user;
            flow used = ok(limiter.consume(spent)) where spent > 0 => spent;
            """;

    /** A file with all that is supported. */
    public static final String VAULT = """
            contract Token = "Token.sol:Token";
            contract Vault = "Vault.sol:Vault";
            contract Limiter = "Limiter.sol:Limiter";
            contract Proxy = "Proxy.sol:Proxy";
            actor alice, bob, guardian;
            setup {
              start time 1_700_000_000;
              token = new Token() from guardian;
              vault = new Vault(token, guardian, 10_000e18, 3e18) from guardian value 1 ether;
              limiter = new Limiter((true, 100, 1)) from guardian;
              for a in {alice, bob} {
                token.mint(a, 1_000_000e18) from guardian;
                token.approve(vault, max(uint256)) from a;
              }
              behind = new Proxy(vault, call vault.rename("y")) as Vault from alice;
              bare = new Proxy(vault, 0x) as Limiter from alice;
              spelt = new Proxy(vault, 0x00_12) from alice;
              limiter.setAll([1, 2, 3], [0x0000000000000000000000000000000000000000000000000000000000000001, "key"]) \
              from bob;
              vault.rename("x") from alice;
            }
            define CAP = 10_000e18;
            define held(address user, by) = vault.shares[user] + by;
            adversary {
              trusts guardian;
              trusts bob for vault.pause, vault.move(address,uint256);
              excludes vault.setFee;
              time advances 0 .. 7 days;
              time until 4_000_000_000;
            }
            flow out = vault.Withdrawn(user, amount) => amount by user;
            flow used = ok(limiter.consume(amount)) where amount > 0 => amount;
            invariant solvent: token.balanceOf(vault) >= sum(vault.shares);
            invariant share: 10% * vault.capacity <= vault.shares[alice] + 0.5;
            rule halted: on ok(vault.withdraw(amount)): !prev(vault.paused()) && amount > 0;
            rule typed: on ok(vault.move(address to, uint256, bytes32 _)): to != vault;
            rule valued: on ok(limiter.setAll(uint256[], …) from alice): msg.sig == limiter.setAll.selector;
            rule fixed: on vault.Withdrawn(alice, 2 * 5 ether): vault.paused();
            ghost seen = 0;
            on vault.Withdrawn(_, gone) where gone > seen: seen = gone;
            rule safe: never panics(0x11) in vault;
            rule sound: never asserts;
            rule refused: on reverted(vault.withdraw(amount) from alice) with vault.TooMuch: amount > 0;
            limit bucket: forall duration W: sum(used, last W) <= limiter.bucket.capacity + limiter.state().rate * W;
            limit out24: sum(out, last 24 hours) <= 10% * prev(token.balanceOf(vault));
            flow large = ok(vault.withdraw(wanted)) => wanted where wanted > 5 || wanted == 1;
            limit each: forall address u: sum(out by u, ever) <= 5 ether;
            expect falsified in 2;
            """;
}
