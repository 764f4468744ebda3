package thymus.evm.chain;

import thymus.evm.code.Bytecode;
import thymus.evm.code.Delegation;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.World;

/** Applies the authorizations of a type-4 transaction and skips the invalid ones (EIP-7702). */
final class Authorizations {
    /** The intrinsic gas includes 25,000 per authorization; an account that exists already gets 12,500 back. */
    private static final long EXISTING_REFUND = 12500;

    private Authorizations() {}

    static void apply(Transaction transaction, World world, Word chainId) {
        for (Transaction.Authorization authorization : transaction.authorizations()) {
            apply(authorization, world, chainId);
        }
    }

    private static void apply(Transaction.Authorization authorization, World world, Word chainId) {
        boolean chainFits =
                authorization.chainId().isZero() || authorization.chainId().isEqual(chainId);
        // A nonce of 2^64 − 1 cannot be raised.
        boolean nonceFits =
                authorization.nonce().bitLength() <= 64 && authorization.nonce().toLong() != -1L;
        if (!chainFits || !nonceFits || authorization.signer().isEmpty()) {
            return;
        }
        Account signer = world.account(authorization.signer().get());
        world.transaction().warm(signer);
        boolean codeFits =
                signer.code().size() == 0 || Delegation.target(signer.code()).isPresent();
        if (!codeFits || signer.nonce() != authorization.nonce().toLong()) {
            return;
        }
        if (!signer.isEmpty()) {
            world.transaction().addRefund(EXISTING_REFUND);
        }
        Address target = authorization.target();
        world.setCode(signer, target.equals(Address.ZERO) ? Bytecode.EMPTY : Delegation.to(target));
        world.setNonce(signer, signer.nonce() + 1);
    }
}
