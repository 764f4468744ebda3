/** The extension of an editor, as its users get it. */
package thymus.corpus.editor;
