// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A mapping at texts that stand in the code: short, of 32 bytes, longer, and any.
contract LiteralKeys {
    mapping(string => uint256) private values;
    address private immutable owner = msg.sender;

    function raise() external {
        values["rate"] += 1;
    }

    function set(uint256 x) external {
        require(x <= 50);
        values["fee"] = x;
    }

    function setExact(uint256 x) external {
        values["exactly thirty-two bytes long..."] = x;
    }

    function setLong(uint256 x) external {
        values["a text of more than thirty-two bytes"] = x;
    }

    function setAny(string calldata name, uint256 x) external {
        require(msg.sender == owner && x <= 5);
        values[name] = x;
    }

    function rate() external view returns (uint256) {
        return values["rate"];
    }

    function fee() external view returns (uint256) {
        return values["fee"];
    }
}
