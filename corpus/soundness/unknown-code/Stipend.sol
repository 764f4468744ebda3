// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Transient storage and events are cheap enough for the stipend; storage is not.
contract Stipend {
    uint256 public marked;
    uint256 public stored;
    uint256 public more;
    uint256 private m;

    receive() external payable {}

    function mark() external {
        assembly {
            tstore(1, 1)
        }
    }

    function store() external {
        m = 1;
    }

    function markWithin() external {
        assembly {
            tstore(1, 0)
        }
        payable(msg.sender).transfer(1);
        uint256 v;
        assembly {
            v := tload(1)
        }
        if (v == 1) marked = 1;
    }

    function storeWithin() external {
        m = 0;
        payable(msg.sender).transfer(1);
        if (m == 1) stored = 1;
    }

    function storeWithMore() external {
        m = 0;
        (bool ok,) = msg.sender.call{value: 1, gas: 9000}("");
        if (ok && m == 1) more = 1;
    }
}
