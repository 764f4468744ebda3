// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// An event of many words, written out and emitted as bytes of any length.
contract LongData {
    event Many(uint256[40] values, uint256 last);
    event Few(uint256 first, uint256 last);
    event Text(string text);

    uint256 public cap = 10;

    function many(uint256[40] calldata values) external {
        emit Many(values, 7);
    }

    function few(uint256 first) external {
        emit Few(first, 7);
    }

    function text(string calldata said) external {
        emit Text(said);
    }

    function raw(bytes memory data) external {
        bytes32 topic = keccak256("Many(uint256[40],uint256)");
        assembly {
            log1(add(data, 32), mload(data), topic)
        }
    }
}
