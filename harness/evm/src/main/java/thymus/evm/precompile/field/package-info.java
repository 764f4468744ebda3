/** The field arithmetic that the curves share. */
package thymus.evm.precompile.field;
