package thymus.ci.report;

import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Judgement;
import thymus.ci.verdict.Verdict;

/** The report in the XML that continuous-integration servers read: one test case per property. */
public final class JunitReport {
    private final CheckResult result;
    private final boolean requireProved;

    /** @param requireProved whether anything short of a proof counts as a failure */
    public JunitReport(CheckResult result, boolean requireProved) {
        this.result = result;
        this.requireProved = requireProved;
    }

    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    public String render() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            suite(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory cannot fail to be written", e);
        }
        return text + "\n";
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", result.file());
        attribute(xml, "tests", String.valueOf(result.judgements().size()));
        attribute(xml, "failures", count(Outcome.FAILURE));
        attribute(xml, "errors", count(Outcome.ERROR));
        attribute(xml, "skipped", count(Outcome.SKIPPED));
        attribute(xml, "time", seconds(result.elapsed().toMillis()));
        for (Judgement judgement : result.judgements()) {
            xml.writeCharacters("\n    ");
            testCase(xml, judgement);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void testCase(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", result.file());
        attribute(xml, "name", judgement.kind() + " " + judgement.property());
        attribute(xml, "time", seconds(judgement.elapsed().toMillis()));
        String detail = judgement.verdict().word() + ": " + VerdictWords.detail(judgement.verdict());
        Outcome outcome = outcome(judgement);
        xml.writeStartElement(outcome == Outcome.PASSED ? "system-out" : outcome.name().toLowerCase(Locale.ROOT));
        if (outcome != Outcome.PASSED) {
            attribute(xml, "message", detail);
        }
        if (outcome == Outcome.PASSED) {
            xml.writeCharacters(legal(detail));
        } else if (judgement.verdict() instanceof Verdict.Falsified falsified) {
            xml.writeCharacters(legal(Narrative.of(falsified.counterexample())));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private Outcome outcome(Judgement judgement) {
        return switch (judgement.verdict()) {
            case Verdict.Proved v -> Outcome.PASSED;
            case Verdict.Falsified v -> Outcome.FAILURE;
            case Verdict.Erroneous v -> Outcome.ERROR;
            case Verdict.ProvedToDepth v -> requireProved ? Outcome.FAILURE : Outcome.PASSED;
            case Verdict.Tested v -> requireProved ? Outcome.FAILURE : Outcome.PASSED;
            case Verdict.Vacuous v -> requireProved ? Outcome.FAILURE : Outcome.SKIPPED;
            case Verdict.Unknown v -> requireProved ? Outcome.FAILURE : Outcome.SKIPPED;
        };
    }

    private String count(Outcome outcome) {
        return String.valueOf(
                result.judgements().stream().filter(j -> outcome(j) == outcome).count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** XML 1.0 has no way at all to write most control characters and lone surrogates. */
    private static String legal(String text) {
        return text.codePoints()
                .mapToObj(c -> isLegal(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u{%x}", c))
                .collect(Collectors.joining());
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
