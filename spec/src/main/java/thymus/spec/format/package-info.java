/**
 * The layout of specifications: one text for each file, with the words and comments of its author.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.syntax}.
 */
package thymus.spec.format;
