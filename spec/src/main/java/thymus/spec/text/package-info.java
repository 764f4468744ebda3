/** Places in a file, and how all modules write what a reader sees. This package imports nothing else of Thymus. */
package thymus.spec.text;
