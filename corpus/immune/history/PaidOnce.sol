// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// An auction with a function that makes several calls in one. What is sent with it counts in each of them.
contract Broken {
    mapping(address => uint256) public bid;
    uint256 public total;

    function commit() public payable virtual {
        bid[msg.sender] += msg.value;
        total += msg.value;
    }

    function several(bytes[] calldata calls) public payable virtual {
        for (uint256 i = 0; i < calls.length && i < 4; i++) {
            (bool done,) = address(this).delegatecall(calls[i]);
            require(done, "failed");
        }
    }
}

/// The same, with a sentinel: a call after which more is bid than was paid is undone.
contract Guarded is Broken {
    function commit() public payable override {
        super.commit();
        require(address(this).balance >= total, "not paid");
    }
}
