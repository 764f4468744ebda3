/** Draws steps: which function, from whom, with which arguments, and when. */
package thymus.fuzz.generate;
