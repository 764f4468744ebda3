package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {
    @Test
    void saysEveryVerdict() throws Exception {
        Golden.assertSame("report.junit.xml", new JunitReport(Samples.everyVerdict(), false).render());
    }

    @Test
    void isWellFormedWhateverNamesAndMessagesHold() throws Exception {
        Element suite = suite(parse(new JunitReport(Samples.hostile(), false).render()));
        assertEquals("5", suite.getAttribute("tests"));
        assertEquals("<file>&\"\\u{7}\".inv", suite.getAttribute("name"));
        assertEquals(5, suite.getElementsByTagName("testcase").getLength());
        assertEquals(1, suite.getElementsByTagName("failure").getLength());
        assertEquals(1, suite.getElementsByTagName("error").getLength());
    }

    @Test
    void whatIsRequiredAndNotReachedIsAFailure() throws Exception {
        Element suite = suite(parse(new JunitReport(Samples.everyVerdict(), true).render()));
        assertEquals("5", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("errors"));
        assertEquals("0", suite.getAttribute("skipped"));
    }

    private static Element suite(Document document) {
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
