/**
 * Mutation analysis (DeMillo, Lipton, Sayward: Hints on test data selection, 1978) on the runtime code of deployed
 * contracts. A mutant that no property notices shows what a specification does not watch.
 *
 * <p>Layers, each of which uses only those before it: operators, points and patches of code; mutants; the analysis.
 */
package thymus.fuzz.mutation;
