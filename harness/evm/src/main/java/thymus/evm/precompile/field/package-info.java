/** What the curves have in common. */
package thymus.evm.precompile.field;
