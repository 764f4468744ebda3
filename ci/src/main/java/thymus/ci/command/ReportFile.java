package thymus.ci.command;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import thymus.ci.report.ReportFormat;
import thymus.spec.syntax.Spelling;

/** A report that was asked for, and where it goes. */
record ReportFile(ReportFormat format, Path path) {
    /** Reads {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<ReportFile> {
        @Override
        public ReportFile convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 0 || equals == text.length() - 1) {
                throw new TypeConversionException("'" + text + "' names no " + (equals < 0 ? "format" : "file")
                        + "; write FORMAT=FILE, such as json=report.json");
            }
            String name = text.substring(0, equals);
            ReportFormat format = ReportFormat.named(name)
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is no format of reports"
                            + guess(name) + "; known are " + String.join(", ", ReportFormat.names())));
            return new ReportFile(format, Path.of(text.substring(equals + 1)));
        }

        private static String guess(String name) {
            String guess = Spelling.suggestion(name, ReportFormat.names());
            return guess.isEmpty() ? "" : " (" + guess + ")";
        }
    }
}
