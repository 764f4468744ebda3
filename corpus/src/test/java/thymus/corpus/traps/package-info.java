/**
 * A generator of traps: random systems in pairs, one in which every property is true by construction, and its twin with
 * a violation planted behind a condition that no fuzzer meets. Whoever proves the twin is wrong.
 *
 * <p>A {@link thymus.corpus.traps.Shape} writes a part of a contract into a {@link thymus.corpus.traps.Draft}, with
 * what is true of it and how that could be broken; a {@link thymus.corpus.traps.Guard} is the condition; a
 * {@link thymus.corpus.traps.Assembly} makes the pair of them. How each twin is broken is known as a sequence of
 * calls, and that is run before anything is believed.
 */
package thymus.corpus.traps;
