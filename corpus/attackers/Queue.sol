// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Pays everybody in turn, and insists.
contract Queue {
    address[] public waiting;
    uint256 public head;
    bool private immutable insists;

    constructor(bool i) {
        insists = i;
    }

    function join() external payable {
        require(msg.value == 1 ether, "one ether");
        waiting.push(msg.sender);
    }

    function pay() external {
        require(head < waiting.length, "nobody");
        address next = waiting[head++];
        (bool ok,) = next.call{value: 1 ether, gas: 100_000}("");
        require(ok || !insists, "refused");
    }

    function left() external view returns (uint256) {
        return waiting.length - head;
    }
}

/// The same by transfer, which leaves little gas.
contract TransferQueue {
    address[] public waiting;
    uint256 public head;

    function join() external payable {
        require(msg.value == 1 ether, "one ether");
        waiting.push(msg.sender);
    }

    function pay() external {
        require(head < waiting.length, "nobody");
        payable(waiting[head++]).transfer(1 ether);
    }

    function left() external view returns (uint256) {
        return waiting.length - head;
    }
}
