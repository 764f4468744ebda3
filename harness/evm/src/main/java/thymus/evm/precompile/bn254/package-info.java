/**
 * The curve alt_bn128 of EIP-196 and EIP-197 and its pairing. The order of reading is {@link
 * thymus.evm.precompile.bn254.Fp}, the tower {@link thymus.evm.precompile.bn254.Fp2}, {@link
 * thymus.evm.precompile.bn254.Fp6} and {@link thymus.evm.precompile.bn254.Fp12} over it, the points, and {@link
 * thymus.evm.precompile.bn254.Pairing}. No input is secret, so nothing runs in constant time.
 *
 * <p>May import of Thymus: {@code evm.precompile.field}, {@code evm.primitive}.
 */
package thymus.evm.precompile.bn254;
