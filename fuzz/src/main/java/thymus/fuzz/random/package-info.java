/** Chance from a seed, and from nothing else. */
package thymus.fuzz.random;
