package thymus.harness.conformance;

import java.util.List;
import thymus.harness.evm.Log;
import thymus.harness.word.Keccak;
import thymus.harness.word.Rlp;
import thymus.harness.word.Word;

/** The number by which state tests pin the logs. */
final class LogsHash {
    private LogsHash() {}

    static Word of(List<Log> logs) {
        return Keccak.hash(Rlp.list(logs.stream().map(LogsHash::encode).toList()));
    }

    private static byte[] encode(Log log) {
        List<byte[]> topics = log.topics().stream().map(topic -> Rlp.bytes(topic.toBytes32())).toList();
        return Rlp.list(Rlp.bytes(log.address().toBytes()), Rlp.list(topics), Rlp.bytes(log.data()));
    }
}
