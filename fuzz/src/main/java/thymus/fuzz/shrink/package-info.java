/** Makes a failing sequence small and plain. */
package thymus.fuzz.shrink;
