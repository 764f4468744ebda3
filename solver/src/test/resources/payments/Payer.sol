// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Sink {
    receive() external payable {}

    function take(bool fails) external payable {
        if (fails) revert("no");
    }

    function back(address payable to, uint256 wei_) external {
        (bool ok,) = to.call{value: wei_}("");
        ok;
    }
}

/// Pays in every way there is, and takes some of it back.
contract Payer {
    Sink private immutable sink;

    constructor(Sink sink_) payable {
        sink = sink_;
    }

    receive() external payable {}

    function pay(uint256 a, uint256 b, bool fails, bool reverts) external payable {
        sink.take{value: a % 8}(false);
        try sink.take{value: b % 5}(fails) {} catch {}
        (bool ok,) = address(this).call{value: a % 3}("");
        ok;
        if (b % 2 == 1) sink.back(payable(address(this)), b % 4);
        try this.inner(a % 6) {} catch {}
        require(!reverts, "reverts");
    }

    function inner(uint256 wei_) external {
        sink.take{value: wei_}(false);
        require(wei_ % 2 == 0, "odd");
    }
}
