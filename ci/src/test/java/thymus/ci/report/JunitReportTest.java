package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.StandingAssumption;

class JunitReportTest {
    @Test
    void saysEveryVerdict() throws Exception {
        Golden.assertSame("report.junit.xml", new JunitReport(Samples.everyVerdict(), Samples.basis()).render());
    }

    @Test
    void isWellFormedWhateverNamesAndMessagesHold() throws Exception {
        Element suite = suite(parse(new JunitReport(Samples.hostile(), Samples.hostileBasis()).render()));
        assertEquals("5", suite.getAttribute("tests"));
        assertEquals("<file>&\"\\u{7}\".inv", suite.getAttribute("name"));
        assertEquals(5, suite.getElementsByTagName("testcase").getLength());
        assertEquals(1, suite.getElementsByTagName("failure").getLength());
        assertEquals(1, suite.getElementsByTagName("error").getLength());
    }

    @Test
    void whatIsRequiredAndNotReachedIsAFailure() throws Exception {
        for (Requirement requirement : Requirement.values()) {
            Element suite = suite(
                    parse(new JunitReport(Samples.everyVerdict(), Samples.basis(Optional.of(requirement))).render()));
            assertEquals("6", suite.getAttribute("failures"), requirement::name);
            assertEquals("2", suite.getAttribute("errors"));
            assertEquals("0", suite.getAttribute("skipped"));
        }
    }

    @Test
    void theSuiteSaysWhatItsVerdictsRestOn() throws Exception {
        Element suite = suite(parse(new JunitReport(Samples.everyVerdict(), Samples.basis()).render()));
        NodeList properties = suite.getElementsByTagName("property");
        assertEquals(3 + StandingAssumption.values().length + 2, properties.getLength());
    }

    private static Element suite(Document document) {
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
