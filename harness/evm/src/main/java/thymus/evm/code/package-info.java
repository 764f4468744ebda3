/**
 * The code of an account: its bytes, its hash, where jumps may land, and whom a delegation points to. What instructions
 * do is not known here.
 *
 * <p>May import of Thymus: {@code evm.primitive}.
 */
package thymus.evm.code;
