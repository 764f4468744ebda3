package thymus.ci.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import thymus.ci.Version;
import thymus.ci.report.PropertyTestReport.Outcome;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.CheckedContract;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.StandingAssumption;

/** The report in the XML that continuous-integration servers read: one test case per property. */
public final class JunitReport {
    private final CheckResult result;
    private final Basis basis;

    /** A property that does not meet the requirement of the run is a failure. */
    public JunitReport(CheckResult result, Basis basis) {
        this.result = result;
        this.basis = basis;
    }

    public String render() {
        return render(List.of(this), Map.of());
    }

    static String render(ReportContent content) {
        return render(
                content.checks().stream()
                        .map(c -> new JunitReport(c.result(), c.basis()))
                        .toList(),
                content.failed());
    }

    /**
     * One document of several checks.
     *
     * @param failed the specifications that could not be checked, with what was said of them: a suite with an error
     *     each
     */
    public static String render(List<JunitReport> reports, Map<String, String> failed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (JunitReport report : reports) {
                report.suite(xml);
            }
            for (Map.Entry<String, String> failure : failed.entrySet()) {
                failure(xml, failure.getKey(), failure.getValue());
            }
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
        properties(xml);
        for (PropertyVerdict judgement : result.judgements()) {
            xml.writeCharacters("\n    ");
            testCase(xml, judgement);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static void failure(XMLStreamWriter xml, String file, String message) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", file);
        for (String count : List.of("tests", "errors")) {
            attribute(xml, count, "1");
        }
        for (String count : List.of("failures", "skipped")) {
            attribute(xml, count, "0");
        }
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", file);
        attribute(xml, "name", "specification");
        xml.writeEmptyElement("error");
        attribute(xml, "message", message);
        xml.writeEndElement();
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** The standing assumptions of all verdicts. */
    private void properties(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        property(xml, "thymus", Version.current());
        property(xml, "solver", basis.solver());
        property(xml, "seed", String.valueOf(result.seed()));
        for (StandingAssumption assumption : StandingAssumption.values()) {
            property(xml, "assumption." + assumption.id(), assumption.sentence());
        }
        for (CheckedContract contract : basis.contracts()) {
            property(xml, "contract." + contract.name(), ContractText.of(contract));
        }
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private void testCase(XMLStreamWriter xml, PropertyVerdict judgement) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", result.file());
        attribute(xml, "name", judgement.kind() + " " + judgement.property());
        attribute(xml, "time", seconds(judgement.elapsed().toMillis()));
        PropertyTestReport report = report(judgement);
        boolean passed = report.outcome() == Outcome.PASSED;
        xml.writeStartElement(passed ? "system-out" : report.outcome().name().toLowerCase(Locale.ROOT));
        if (passed) {
            xml.writeCharacters(legal(report.message()));
        } else {
            attribute(xml, "message", report.message());
            if (!report.details().isEmpty()) {
                xml.writeCharacters(legal(report.details()));
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private PropertyTestReport report(PropertyVerdict judgement) {
        return PropertyTestReport.of(judgement, basis.options().requirement());
    }

    private String count(Outcome outcome) {
        return String.valueOf(result.judgements().stream()
                .filter(j -> report(j).outcome() == outcome)
                .count());
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
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }
}
