/**
 * The contracts that the protocol itself computes: {@link thymus.harness.precompile.Precompiles} says which fork has which.
 * Of {@code thymus.harness.evm} it knows only the forks and the exception.
 */
package thymus.harness.precompile;
