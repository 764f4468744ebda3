/** How all modules write what a reader sees. */
package thymus.spec.text;
