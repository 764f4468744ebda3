package thymus.evm.statetest;

import java.util.List;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Rlp;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;

/** The hash by which state tests check the logs. */
final class LogsHash {
    private LogsHash() {}

    static Word of(List<Log> logs) {
        return Keccak.hash(Rlp.list(logs.stream().map(LogsHash::encode).toList()));
    }

    private static byte[] encode(Log log) {
        List<byte[]> topics =
                log.topics().stream().map(topic -> Rlp.bytes(topic.toBytes32())).toList();
        return Rlp.list(Rlp.bytes(log.address().toBytes()), Rlp.list(topics), Rlp.bytes(log.data()));
    }
}
