/** What the curves have in common. */
package thymus.harness.precompile.field;
