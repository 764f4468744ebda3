/** Random numbers that depend on the seed only. */
package thymus.fuzz.random;
