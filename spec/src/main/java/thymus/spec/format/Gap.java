package thymus.spec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands between two tokens.
 *
 * @param linesAfter how many lines end between the last comment, or the token before, and the token behind
 */
record Gap(List<Comment> comments, int linesAfter) {
    private static final Pattern COMMENT = Pattern.compile("//[^\r\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /**
     * @param text of spaces and comments alone
     * @param column at which it begins, from 0
     */
    static Gap of(String text, int column) {
        List<Comment> comments = new ArrayList<>();
        int from = 0;
        int at = column;
        for (MatchResult found : COMMENT.matcher(text).results().toList()) {
            String before = text.substring(from, found.start());
            at = column(before, at);
            comments.add(new Comment(found.group().stripTrailing(), lines(before), at));
            at = column(found.group(), at);
            from = found.end();
        }
        return new Gap(List.copyOf(comments), lines(text.substring(from)));
    }

    private static int column(String text, int column) {
        int line = text.lastIndexOf('\n');
        return line < 0 ? column + text.codePointCount(0, text.length()) : text.codePointCount(line + 1, text.length());
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
