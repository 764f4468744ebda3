// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Sink {
    uint256 public got;

    receive() external payable {
        got += msg.value;
    }
}

contract SinkTwice {
    uint256 public got;

    receive() external payable {
        got += 2 * msg.value;
    }
}

contract Source {
    address payable private immutable sink;
    uint256 public sent;

    constructor(address payable s) {
        sink = s;
    }

    receive() external payable {}

    function pay(uint256 x) external {
        (bool ok,) = sink.call{value: x}("");
        if (ok) sent += x;
    }

    function payBlindly(uint256 x) external {
        (bool ok,) = sink.call{value: x}("");
        if (ok || !ok) sent += x;
    }
}

/// Ether cannot be sent where nothing may change.
contract Quiet {
    uint256 public bad;

    receive() external payable {}

    function give(address payable t) external payable {
        (bool ok,) = t.call{value: 1}("");
        require(ok, "unpaid");
    }

    function quietly(address payable t) external {
        (bool ok,) = address(this).staticcall(abi.encodeCall(this.give, (t)));
        if (ok) bad = 1;
    }
}
