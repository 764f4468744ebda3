/** Positions in a file, and the number and text formats of all modules. This package imports nothing else of Thymus. */
package thymus.spec.text;
