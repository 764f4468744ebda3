/** Random numbers that depend on a seed only, or on the bytes of another fuzzer. */
package thymus.fuzz.random;
